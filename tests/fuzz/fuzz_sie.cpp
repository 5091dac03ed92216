// SIE 1-4: any bytes are read or refused, vouchers that reach a consumer balance, and the counts are those of the
// records.

#include "tests/fuzz/reading_properties.hpp"

namespace {

using namespace finsam;

std::uint64_t read_of(const sie::ReadResult& result, std::string_view label) {
    const auto found = result.counts.find(label);
    return found == result.counts.end() ? 0 : found->second.read;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    fuzz::RecordChecks records;
    const sie::ReadResult result = sie::read_sie(bytes, records);
    fuzz::check_places(result);
    fuzz::demand(read_of(result, "VER") == records.vouchers, "VER is counted as often as it comes");
    fuzz::demand(read_of(result, "TRANS") == records.rows[0], "TRANS is counted as often as it comes");
    fuzz::demand(read_of(result, "RTRANS") == records.rows[1], "RTRANS is counted as often as it comes");
    fuzz::demand(read_of(result, "BTRANS") == records.rows[2], "BTRANS is counted as often as it comes");
    fuzz::demand(records.infos <= 1, "the file tells of itself once");
    sie::Handler nothing;
    fuzz::check_same(result, sie::read_sie(bytes, nothing));
    return 0;
}
