#pragma once
// A SIE file opened in Calc as it stands: the sheets with their look, all rows but those of the vouchers, and the
// sheets that the vouchers' rows go to as they are read a second time. Values only, no formulas; the headings are those
// that the cell functions look for, so KONTOSALDO(Saldon!A5:...) works here too.

#include "bridge/check/sie_survey.hpp"
#include "templates/builder/contract.hpp"

#include <functional>
#include <string>
#include <vector>

namespace finsam::workbook {

namespace sheet {
inline constexpr std::string_view company = "Företag";
inline constexpr std::string_view balance_records = "Saldoposter";
inline constexpr std::string_view history = "Ändringar";
inline constexpr std::string_view refused = "Avvisade";
} // namespace sheet

struct SieBookOptions {
    std::string file_name; ///< shown; "" when the file has none
    std::string sha256;
    int rows_per_sheet = 1'048'576; ///< what does not fit goes on to a second sheet: "Verifikationer 2"
};

/// Rows of one kind over as many sheets as they need.
struct SplitSheets {
    std::vector<std::string> names; ///< none when there are no rows
    int rows_each = 0;              ///< data rows of a full sheet
};

/// Which columns the sheets of vouchers have.
struct VoucherColumns {
    std::vector<std::string> dimensions; ///< numbers, a column each
    bool other_objects = false;          ///< a column for objects of dimensions that have none of their own
    bool registered = false, row_text = false, row_date = false, quantity = false;
};

struct SieBook {
    Workbook book;
    std::vector<DataBlock> data;
    VoucherColumns columns;
    SplitSheets vouchers, history, refused;
};

[[nodiscard]] SieBook plan_sie_book(const SieSurvey& survey, const SieBookOptions& options);

/// Takes a block of rows, to be written where it says, and the file's line that has been read. May throw; the reading
/// then ends.
using BlockSink = std::function<void(const DataBlock& block, std::uint64_t line)>;

/// Second reading: hands out the vouchers' rows in blocks, in order.
class VoucherRows final : public sie::Handler {
public:
    VoucherRows(const SieSurvey& survey, const SieBook& book, BlockSink sink);

    void voucher(const sie::Voucher& voucher) override;
    void refused_voucher(const sie::RefusedVoucher& refused) override;
    /// Hands out what is left.
    void finish();

private:
    using Line = std::vector<PlainValue>;

    /// Gathers the rows that go to one group of sheets.
    struct Stream {
        const SplitSheets& sheets;
        std::size_t rows = 0; ///< handed out
        DataBlock block{};
    };

    [[nodiscard]] Line& next_line(Stream& stream);
    void hand_out(Stream& stream);
    void add_row(Stream& stream, const sie::Voucher& voucher, const sie::TransactionRow& row, std::string_view remark);
    [[nodiscard]] const std::string& account_name(const std::string& account);

    const SieSurvey& survey_;
    const VoucherColumns& columns_;
    BlockSink sink_;
    Stream vouchers_, history_, refused_;
    std::uint64_t line_ = 0;
};

} // namespace finsam::workbook
