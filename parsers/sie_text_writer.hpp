#pragma once
// Writer of SIE types 1-4: code page 437, CR LF, amounts with two decimals, quotes where the grammar needs them.

#include "parsers/checksum.hpp"
#include "parsers/cp437_encoder.hpp"
#include "parsers/diagnostic.hpp"
#include "parsers/sie_records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::sie {

/// Adds a key (number of an account, code of an object, series of vouchers ...) as a file holds it: in code page 437,
/// without blanks at either end, which readers take away, and `?` where nothing would be left. Keys that this makes
/// alike are one key in the file.
Cp437Encoder::Outcome append_key(std::string& out, Cp437Encoder& encoder, std::string_view utf8);

/// What a whole writing gives besides the bytes.
struct WriteResult {
    std::map<std::string, std::uint64_t, std::less<>> counts; ///< by label without '#'
    std::optional<std::uint32_t> ksumma;
    std::uint64_t bytes = 0;
    std::uint64_t replaced_texts = 0; ///< texts with characters that are written otherwise
    /// `tecken_ersatta` with the place of each such text, up to `most_places_told`; one more says how many others.
    std::vector<Diagnostic> diagnostics;
};
inline constexpr std::size_t most_places_told = 100;

/// Takes the records of SIE 4C §5 group by group: `identification` first, then the chart of accounts with dimensions
/// and objects, then balances, then vouchers, `finish` last. Which labels a SIE type may hold is the caller's matter.
/// Streams: memory does not grow with the file. Errors of the stream stay in the stream.
///
/// Signatures, and the contact and telephone of #ADRESS, are personal data and never written.
class TextWriter {
public:
    /// With `checksum` the file has #KSUMMA at both ends.
    TextWriter(std::ostream& out, bool checksum);

    /// #FLAGGA 0 to #VALUTA; what `info` lacks is left out.
    void identification(const FileInfo& info, const std::vector<FiscalYear>& years);
    void account(const Account& record);
    void account_type(const AccountType& record);
    void account_unit(const AccountUnit& record);
    void sru_code(const SruCode& record);
    void dimension(const Dimension& record);
    void object(const Object& record);
    void balance(const Balance& record);
    /// All its rows, history too, in the order given.
    void voucher(const Voucher& record);
    [[nodiscard]] WriteResult finish();

private:
    /// Where a field stands. The last may end in a backslash: elsewhere `\"` would not end the field.
    enum class Place : std::uint8_t { inner, last };

    void begin_about(std::string_view what, std::string_view number, std::string_view series = {});
    void begin_named(std::string_view label);
    void begin(std::string_view label, std::string_view indent = {});
    void bare(std::string_view ascii);
    void text(std::string_view utf8, Place place);
    void key(std::string_view utf8);
    void quoted_key(std::string_view utf8);
    void objects(const std::vector<ObjectRef>& list);
    void end();
    void brace(char brace);
    void row(const TransactionRow& record);
    void optional_text_record(std::string_view label, std::string_view utf8);
    void optional_word_record(std::string_view label, std::string_view utf8);
    void trade_records(const FileInfo& info);

    void encode(std::string_view utf8);
    void encode_key(std::string_view utf8);
    void put_key(bool always_quoted);
    void put_quoted(std::string_view content);
    void content(std::string_view bytes);
    void tell_replaced(const Cp437Encoder::Outcome& outcome);
    void flush();

    std::ostream& out_;
    Cp437Encoder encoder_;
    Ksumma sum_;
    bool checksum_, counting_ = false;
    std::string buffer_;
    std::string field_;                       ///< the current field's content in code page 437
    std::string_view what_, series_, number_; ///< the current record, for messages
    WriteResult result_;
};

} // namespace finsam::sie
