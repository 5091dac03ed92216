// The sheet Kontroller in a real Calc says what the code says of the same visible figures: of every shape in every
// unit, untouched and with figures typed over.

#include "bridge/report/layout_choice.hpp"
#include "bridge/report/report_rules.hpp"
#include "templates/builder/data_columns.hpp"
#include "templates/builder/odf_writer.hpp"
#include "templates/builder/workbook_builder.hpp"
#include "templates/builder/workbook_reader.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/shape_and_unit.hpp"
#include "tests/office/shown_figures.hpp"
#include "tests/office/text.hpp"
#include "tests/templates/placed.hpp"

#include <algorithm>
#include <cmath>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/util/XProtectable.hpp>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <numeric>
#include <tuple>

namespace finsam::office {
namespace {

namespace uno = com::sun::star::uno;
using ::testing::IsEmpty;

/// Columns of the sheet Kontroller.
constexpr int left_column = 2, right_column = 3, state_column = 6, key_column = 13;

struct SheetCheck {
    std::string state;
    std::optional<double> left, right;
};
/// By key, in the order of the years.
using SheetChecks = std::map<std::string, std::vector<SheetCheck>>;

SheetChecks checks_of(SheetContents& contents) {
    const std::string sheet(workbook::sheet::checks);
    SheetChecks checks;
    for (int row = workbook::data_first_row; row < 900; ++row) {
        if (const std::string key = contents.text(sheet, {row, key_column}); !key.empty()) {
            checks[key].push_back({contents.text(sheet, {row, state_column}),
                                   contents.number(sheet, {row, left_column}),
                                   contents.number(sheet, {row, right_column})});
        }
    }
    return checks;
}

bool is_side(const std::optional<double>& shown, const Value& value) {
    const double* share = std::get_if<double>(&value);
    const Ore* amount = std::get_if<Ore>(&value);
    const double expected = share != nullptr    ? *share
                            : amount != nullptr ? static_cast<double>(amount->count()) / 100
                                                : 0;
    return shown && std::abs(*shown - expected) < 0.001;
}

/// An unknown name has no cell on Indata.
bool is_of_code_alone(const std::string& key) {
    return key == "indata_kand";
}

/// The sheet counts the accounts that differ, where the code has the sides of equity.
bool is_counted(const std::string& key) {
    return key == "ib_ub";
}

/// The sheets as a workbook is read back.
class DocumentCells final : public workbook::CellReader {
public:
    explicit DocumentCells(const Document& document) : document_(document) {}

    bool has_sheet(std::string_view) const override { return true; }

    std::vector<std::vector<workbook::PlainValue>> read(std::string_view sheet, workbook::Range range) const override {
        range.last.row = std::min(range.last.row, 4000); // the examples' vouchers end before that
        const std::string address = fmt::format("{}.{}:{}", sheet, workbook::a1(range.first), workbook::a1(range.last));
        std::vector<std::vector<workbook::PlainValue>> rows;
        for (const auto& line :
             uno::Reference<com::sun::star::sheet::XCellRangeData>(document_.range(address), uno::UNO_QUERY_THROW)
                 ->getDataArray()) {
            rows.emplace_back();
            for (const uno::Any& cell : line) {
                double number = 0;
                rtl::OUString text;
                cell >>= text;
                const bool is_number = cell >>= number;
                rows.back().push_back(is_number ? workbook::PlainValue(number) : workbook::PlainValue(to_string(text)));
            }
        }
        return rows;
    }

private:
    const Document& document_;
};

/// "konton_utan_rad 2024", of the checks that fail.
std::vector<std::string> failing_names(const std::vector<CheckResult>& checks) {
    std::vector<std::string> names;
    for (const CheckResult& check : checks) {
        if (check.state == CheckState::failed) {
            names.push_back(check.key + (check.year.empty() ? "" : " ") + check.year);
        }
    }
    return names;
}

/// A sentence for each check of the code that the sheet lacks, or of which it says something else.
std::vector<std::string> differences(const SheetChecks& sheet, const std::vector<CheckResult>& code) {
    std::vector<std::string> out;
    std::map<std::string, std::size_t> seen;
    for (const CheckResult& check : code) {
        const std::size_t number = seen[check.key]++;
        const auto found = sheet.find(check.key);
        if (found == sheet.end() || found->second.size() <= number) {
            out.push_back(fmt::format("{} {} saknas", check.key, check.year));
            continue;
        }
        const SheetCheck& shown = found->second[number];
        if (shown.state != swedish_name(check.state)) {
            out.push_back(fmt::format("{} {}: {} på bladet, {} i koden", check.key, check.year, shown.state,
                                      swedish_name(check.state)));
        } else if (check.left != Value() && !is_counted(check.key) && check.state != CheckState::not_applicable &&
                   !(is_side(shown.left, check.left) && is_side(shown.right, check.right))) {
            out.push_back(fmt::format("{} {}: andra led på bladet, {} och {}", check.key, check.year,
                                      shown.left.value_or(NAN), shown.right.value_or(NAN)));
        }
    }
    return out;
}

std::size_t failing(const std::vector<CheckResult>& checks) {
    return static_cast<std::size_t>(std::ranges::count(checks, CheckState::failed, &CheckResult::state));
}

/// How a figure is typed over.
enum class Slip { digit, sign, swapped_digits, other_column, rounded };
constexpr std::array slips = {Slip::digit, Slip::sign, Slip::swapped_digits, Slip::other_column, Slip::rounded};

/// 1 662 665 -> 1 662 656; one whose last digits are equal gets another last one.
double with_swapped_digits(double value) {
    const double whole = std::trunc(value), last = std::fmod(whole, 10), before = std::fmod(std::trunc(whole / 10), 10);
    return last == before ? value + 3 : value + 9 * (last - before);
}

double slipped(Slip slip, double value, double beside, double unit) {
    switch (slip) {
    case Slip::digit: return value + 20000;
    case Slip::sign: return -value;
    case Slip::swapped_digits: return with_swapped_digits(value);
    case Slip::other_column: return beside;
    case Slip::rounded: return std::round(value / unit) * unit;
    }
    return value;
}

class CheckSheet : public OfficeTest, public ::testing::WithParamInterface<ShapeAndUnit> {
protected:
    void SetUp() override {
        OfficeTest::SetUp();
        const auto& [shape, unit] = GetParam();
        example_ = &example_workbook(shape);
        layout_ = example_->inputs.layout;
        ASSERT_TRUE(choose(layout_, {{unit}, {}, {}}));
        report_ = evaluate(layout_, example_->inputs.map, example_->books, example_->inputs.typed);
        workbook::FillOptions options;
        options.capacities = workbook::capacities_for(report_, example_->inputs.typed);
        options.credit_sign = shape.credit_sign;
        workbook::Workbook book = workbook::build_workbook(layout_, options.capacities);
        workbook::place(book, workbook::fill(layout_, example_->books, example_->inputs.map, example_->inputs.typed,
                                             report_, options));
        for (workbook::Sheet& sheet : book.sheets) {
            sheet.is_protected = false; // people who type over a figure have taken the protection off
        }
        std::ofstream(folder_ / "kontroller.fods", std::ios::binary) << workbook::write_flat(book);
        cells_ = workbook::report_cells(layout_, options.capacities);
    }

    /// What the code says of the figures that the document shows now.
    std::vector<CheckResult> judged(SheetContents& contents) {
        statement::Evaluator engine(layout_, example_->inputs.map, example_->books, example_->inputs.typed);
        ShownFigures figures(contents, cells_, std::get<0>(GetParam()).credit_sign, engine);
        std::vector<CheckResult> checks;
        for (const ReportRule& rule : report_rules(layout_)) {
            CheckResult check;
            check.key = rule.key;
            check.year = std::to_string(rule.year);
            judge(check, rule, figures);
            checks.push_back(std::move(check));
        }
        return checks;
    }

    std::size_t published_faults() const {
        return static_cast<std::size_t>(std::get<0>(GetParam()).published_faults());
    }

    /// Every so many of the cells that hold an amount, with what stands in the cell beside it.
    struct Target {
        workbook::ReportCell place;
        double value, beside, unit;
    };
    std::vector<Target> targets(SheetContents& contents, std::size_t most) const {
        std::vector<Target> all;
        for (const workbook::ReportCell& place : cells_) {
            const Table& table = *layout_.find(place.table);
            const Row* row = table.kind == TableKind::insatser || place.key_cell ? nullptr : table.find(place.row);
            const auto value = contents.number(place.sheet, place.at);
            if (!value || *value == 0 || table.hidden ||
                (row != nullptr && (row->hidden || row->value != ValueKind::amount))) {
                continue;
            }
            const int beside = place.at.column + (place.column == 0 ? 1 : -1);
            const AmountForm form = amount_form(table, row, &table.columns.at(static_cast<std::size_t>(place.column)));
            all.push_back({place, *value, contents.number(place.sheet, {place.at.row, beside}).value_or(0),
                           static_cast<double>(ore_per_last_digit(form)) / 100});
        }
        std::vector<Target> chosen;
        for (std::size_t i = 0; i < most && !all.empty(); ++i) {
            chosen.push_back(all[i * all.size() / most]);
        }
        return chosen;
    }

    void expect_untouched_alike(Document& document) {
        SheetContents contents(document);
        const SheetChecks sheet = checks_of(contents);
        std::vector<CheckResult> engine = report_.checks;
        std::erase_if(engine, [](const CheckResult& one) { return is_of_code_alone(one.key); });
        EXPECT_THAT(differences(sheet, engine), IsEmpty());
        EXPECT_THAT(differences(sheet, judged(contents)), IsEmpty());
        EXPECT_EQ(failing(report_.checks), published_faults());
    }

    /// How many of so many slips a check finds, and how many there were.
    std::pair<std::size_t, std::size_t> expect_alike_when_typed_over(Document& document, std::size_t most) {
        SheetContents untouched(document);
        std::size_t found = 0, number = 0;
        for (const Target& target : targets(untouched, most)) {
            const Slip slip = slips[number++ % slips.size()];
            const double typed = slipped(slip, target.value, target.beside, target.unit);
            const std::string address = target.place.sheet + "." + workbook::a1(target.place.at);
            const auto cell = document.cell(address);
            const rtl::OUString formula = cell->getFormula();
            cell->setValue(typed);
            SheetContents contents(document);
            const std::vector<CheckResult> code = judged(contents);
            EXPECT_THAT(differences(checks_of(contents), code), IsEmpty())
                << address << ": " << target.value << " blev " << typed;
            found += failing(code) > published_faults() ? 1 : 0;
            cell->setFormula(formula);
        }
        SheetContents restored(document);
        EXPECT_EQ(failing(judged(restored)), published_faults());
        return {found, number};
    }

    const ExampleWorkbook* example_ = nullptr;
    Layout layout_;
    Report report_;
    command_test::Folder folder_;
    std::vector<workbook::ReportCell> cells_;
};

INSTANTIATE_TEST_SUITE_P(Examples, CheckSheet, every_shape_in_every_unit(), shape_and_unit_name);
INSTANTIATE_TEST_SUITE_P(OtherDocuments, CheckSheet, every_other_document(), shape_and_unit_name);

TEST_P(CheckSheet, SaysWhatTheCodeSaysOfUntouchedFigures) {
    Document document(office(), folder_ / "kontroller.fods");
    document.recalculate_hard();
    expect_untouched_alike(document);
}

TEST_P(CheckSheet, SaysWhatTheCodeSaysOfFiguresTypedOver) {
    Document document(office(), folder_ / "kontroller.fods");
    document.recalculate_hard();
    const auto [found, number] = expect_alike_when_typed_over(document, 12);
    const bool is_annual = layout_.document == DocumentKind::annual; // other documents have fewer ties
    EXPECT_GE(found, is_annual ? number / 2 : 1) << "av " << number;
    RecordProperty("found", static_cast<int>(found));
}

/// Interim reports and budgets in the units that are not their usual one: fewer slips, in one document each.
class CheckSheetInOtherUnits : public CheckSheet {};

INSTANTIATE_TEST_SUITE_P(OtherDocuments, CheckSheetInOtherUnits, every_other_document_in_other_units(),
                         shape_and_unit_name);

TEST_P(CheckSheetInOtherUnits, SaysWhatTheCodeSays) {
    Document document(office(), folder_ / "kontroller.fods");
    document.recalculate_hard();
    expect_untouched_alike(document);
    expect_alike_when_typed_over(document, slips.size());
}

class CheckSheetOfBooks : public CheckSheet {
protected:
    /// What the code says of the books, the map and the typed figures that the document holds now.
    std::vector<CheckResult> of_document(const Document& document) const {
        auto content = workbook::read_workbook(layout_, workbook::capacities_for(report_, example_->inputs.typed),
                                               DocumentCells(document), example_->books.insats_dimension);
        EXPECT_TRUE(content) << (content ? "" : content.error());
        std::vector<CheckResult> checks = evaluate(layout_, content->map, content->books, content->typed).checks;
        std::erase_if(checks, [](const CheckResult& one) { return is_of_code_alone(one.key); });
        return checks;
    }

    static void add(const Document& document, const std::string& address, double amount) {
        const auto cell = document.cell(address);
        cell->setValue(cell->getValue() + amount);
    }
};

INSTANTIATE_TEST_SUITE_P(Examples, CheckSheetOfBooks, ::testing::Values(ShapeAndUnit{insjoriket, "kr"}),
                         shape_and_unit_name);

/// Data that people change on Saldon and Verifikationer: the sheet finds it with formulas over those sheets.
TEST_P(CheckSheetOfBooks, SaysWhatTheCodeSaysOfChangedData) {
    namespace col = workbook::balance_column;
    Document document(office(), folder_ / "kontroller.fods");
    document.recalculate_hard();
    const auto expect_alike = [&](const char* what, const std::vector<std::string>& expected) {
        SheetContents contents(document);
        const std::vector<CheckResult> code = of_document(document);
        EXPECT_THAT(differences(checks_of(contents), code), IsEmpty()) << what;
        EXPECT_THAT(failing_names(code), ::testing::IsSupersetOf(expected)) << what;
        if (expected.empty()) {
            EXPECT_EQ(failing(code), 0U) << what;
        }
    };
    expect_alike("untouched", {});
    const int bank = [&] {
        int row = workbook::data_first_row;
        while (document.text(fmt::format("Saldon.A{}", row + 1)) != "1930") {
            ++row;
        }
        return row;
    }();
    const auto at = [&](int column) { return "Saldon." + workbook::a1({bank, column}); };
    const auto changed = [&](const char* what, const std::string& address, double amount,
                             const std::vector<std::string>& expected) {
        add(document, address, amount);
        expect_alike(what, expected);
        add(document, address, -amount);
    };
    changed("closing balance", at(col::closing(0)), 0.01, {"ib_rorelse_ub 2024", "saldon_summerar_till_noll 2024"});
    EXPECT_EQ(document.text(at(col::remark)), "") << "as it was";
    changed("last year's closing balance", at(col::closing(1)), 1, {"ib_rorelse_ub 2023", "ib_ub 2024"});
    changed("opening balance", at(col::opening(1)), 1, {"ib_rorelse_ub 2023"});
    changed("what vouchers moved", at(col::movement(0)), 1, {"ib_rorelse_ub 2024", "verifikationer_saldon"});
    changed("amount of a voucher", "Verifikationer.G6", 100, {"verifikationer_balanserar", "verifikationer_saldon"});
    // Two vouchers that are wrong by as much, each way: the sum of all is still zero.
    add(document, "Verifikationer.G6", 0.01);
    changed("amounts of two vouchers", "Verifikationer.G400", -0.01, {"verifikationer_balanserar"});
    add(document, "Verifikationer.G6", -0.01);
    const std::string account = document.text("Verifikationer.E6");
    document.set("Verifikationer.E6", {{"2890"}});
    expect_alike("account of a row", {"verifikationer_saldon"});
    document.set("Verifikationer.E6", {{account}});
    add(document, at(col::closing(0)), 5);
    EXPECT_THAT(document.text(at(col::remark)), ::testing::HasSubstr("IB 2024 + verifikationer är inte UB"));
    add(document, at(col::closing(0)), -5);
    expect_alike("restored", {});
}

/// SIE 1-3 has no vouchers: nothing is said of them.
TEST_P(CheckSheetOfBooks, WithoutVouchersNothingIsSaidOfThem) {
    Document document(office(), folder_ / "kontroller.fods");
    const auto clear = [&](const std::string& range) {
        uno::Reference<com::sun::star::sheet::XSheetOperation>(document.range(range), uno::UNO_QUERY_THROW)
            ->clearContents(com::sun::star::sheet::CellFlags::VALUE | com::sun::star::sheet::CellFlags::STRING |
                            com::sun::star::sheet::CellFlags::DATETIME);
    };
    clear("Verifikationer.A6:J4000");
    clear(fmt::format("Saldon.{}:{}",
                      workbook::a1({workbook::data_first_row, workbook::balance_column::first_movement}),
                      workbook::a1({400, workbook::balance_column::last_movement})));
    clear("Importlogg.J6:J20");
    document.recalculate_hard();
    SheetContents contents(document);
    const SheetChecks sheet = checks_of(contents);
    EXPECT_THAT(differences(sheet, of_document(document)), IsEmpty());
    for (const char* key : {"ib_rorelse_ub", "verifikationer_balanserar", "verifikationer_saldon"}) {
        EXPECT_EQ(sheet.at(key).front().state, "ej tillämplig") << key;
    }
    EXPECT_EQ(sheet.at("ib_ub").front().state, "stämmer");
}

} // namespace
} // namespace finsam::office
