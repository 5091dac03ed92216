// SIE 5: any bytes are read or refused, vouchers that reach a consumer balance, and no DOCTYPE gets through.

#include "parsers/sie5_reader.hpp"
#include "tests/fuzz/reading_properties.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace finsam;
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::RecordChecks records;
    const sie::ReadResult result = sie::read_sie5(bytes, records);
    fuzz::check_places(result);
    const auto entries = result.counts.find("JournalEntry");
    fuzz::demand((entries == result.counts.end() ? 0 : entries->second.read) == records.vouchers,
                 "JournalEntry is counted as often as a voucher comes");
    fuzz::demand(records.infos <= 1, "the file tells of itself once");
    sie::Handler nothing;
    fuzz::check_same(result, sie::read_sie5(bytes, nothing));
    return 0;
}
