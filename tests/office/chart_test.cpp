// Charts of every shape's workbook in a real Calc: they draw the figures of the report, also after an edit, from xlsx
// too, and nothing that is empty.

#include "bridge/workbook/workbook_proof.hpp"
#include "templates/builder/data_columns.hpp"
#include "tests/office/example_workbook.hpp"
#include "tests/office/office_test.hpp"
#include "tests/office/text.hpp"

#include <cmath>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/chart2/XChartDocument.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/XTitled.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/chart2/data/XNumericalDataSequence.hpp>
#include <com/sun/star/chart2/data/XTextualDataSequence.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XDrawPagesSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>
#include <gmock/gmock.h>
#include <map>

namespace finsam::office {
namespace {

using namespace com::sun::star;

struct DrawnSeries {
    std::string label, range;
    std::vector<double> values; ///< of the rows that are not hidden
};

struct DrawnChart {
    std::vector<std::string> categories;
    std::vector<DrawnSeries> series;
};

std::vector<std::string> texts_of(const uno::Reference<chart2::data::XDataSequence>& sequence) {
    std::vector<std::string> texts;
    const uno::Reference<chart2::data::XTextualDataSequence> textual(sequence, uno::UNO_QUERY_THROW);
    for (const auto& text : textual->getTextualData()) {
        texts.push_back(to_string(text));
    }
    return texts;
}

DrawnSeries drawn_series(const uno::Reference<chart2::XDataSeries>& series) {
    const uno::Reference<chart2::data::XDataSource> source(series, uno::UNO_QUERY_THROW);
    const auto sequence = source->getDataSequences()[0];
    DrawnSeries drawn;
    drawn.label = texts_of(sequence->getLabel()).at(0);
    drawn.range = to_string(sequence->getValues()->getSourceRangeRepresentation());
    const uno::Reference<chart2::data::XNumericalDataSequence> numbers(sequence->getValues(), uno::UNO_QUERY_THROW);
    for (const double value : numbers->getNumericalData()) {
        drawn.values.push_back(value);
    }
    return drawn;
}

DrawnChart drawn_chart(const uno::Reference<chart2::XChartDocument>& document) {
    DrawnChart drawn;
    const uno::Reference<chart2::XCoordinateSystemContainer> diagram(document->getFirstDiagram(), uno::UNO_QUERY_THROW);
    const auto system = diagram->getCoordinateSystems()[0];
    const auto categories = system->getAxisByDimension(0, 0)->getScaleData().Categories;
    drawn.categories = texts_of(categories->getValues());
    const uno::Reference<chart2::XChartTypeContainer> types(system, uno::UNO_QUERY_THROW);
    for (const auto& type : types->getChartTypes()) {
        const uno::Reference<chart2::XDataSeriesContainer> container(type, uno::UNO_QUERY_THROW);
        for (const auto& series : container->getDataSeries()) {
            drawn.series.push_back(drawn_series(series));
        }
    }
    return drawn;
}

/// By their titles, in the order of the sheet.
std::map<std::string, DrawnChart> charts_of(const Document& document) {
    const uno::Reference<table::XTableChartsSupplier> sheet(document.model()->getSheets()->getByName("Diagram"),
                                                            uno::UNO_QUERY_THROW);
    const uno::Reference<container::XIndexAccess> list(sheet->getCharts(), uno::UNO_QUERY_THROW);
    std::map<std::string, DrawnChart> charts;
    for (sal_Int32 i = 0; i < list->getCount(); ++i) {
        const uno::Reference<document::XEmbeddedObjectSupplier> object(list->getByIndex(i), uno::UNO_QUERY_THROW);
        const uno::Reference<chart2::XChartDocument> chart(object->getEmbeddedObject(), uno::UNO_QUERY_THROW);
        const uno::Reference<chart2::XTitled> titled(chart, uno::UNO_QUERY_THROW);
        charts[to_string(titled->getTitleObject()->getText()[0]->getString())] = drawn_chart(chart);
    }
    return charts;
}

/// Everything drawn on any sheet.
std::vector<uno::Reference<drawing::XShape>> shapes_of(const Document& document) {
    const uno::Reference<drawing::XDrawPagesSupplier> pages(document.model(), uno::UNO_QUERY_THROW);
    std::vector<uno::Reference<drawing::XShape>> shapes;
    for (sal_Int32 number = 0; number < pages->getDrawPages()->getCount(); ++number) {
        const uno::Reference<container::XIndexAccess> page(pages->getDrawPages()->getByIndex(number),
                                                           uno::UNO_QUERY_THROW);
        for (sal_Int32 i = 0; i < page->getCount(); ++i) {
            shapes.emplace_back(page->getByIndex(i), uno::UNO_QUERY_THROW);
        }
    }
    return shapes;
}

std::vector<std::pair<int, int>> sizes_of(const Document& document) {
    std::vector<std::pair<int, int>> sizes;
    for (const auto& shape : shapes_of(document)) {
        sizes.emplace_back(shape->getSize().Width, shape->getSize().Height);
    }
    return sizes;
}

double number(const Value& value) {
    if (const Ore* amount = std::get_if<Ore>(&value)) {
        return to_kronor_double(*amount);
    }
    const double* share = std::get_if<double>(&value);
    return share != nullptr ? *share : std::nan("");
}

/// What the engine has for a row of översikt, the oldest year first, years without figures left out.
std::vector<double> by_year(const Report& report, const char* row, double per_shown) {
    std::vector<double> values;
    for (const Value& value : report.find("oversikt")->find(row)->values) {
        if (!std::holds_alternative<std::monostate>(value)) {
            values.insert(values.begin(), number(value) / per_shown);
        }
    }
    return values;
}

class Chart : public OfficeTest, public ::testing::WithParamInterface<ExampleShape> {
protected:
    static void expect_figures_of(const std::map<std::string, DrawnChart>& charts, const Report& report) {
        const DrawnChart& soliditet = charts.at("Soliditet");
        EXPECT_EQ(soliditet.series.at(0).values, by_year(report, "soliditet", 1));
        EXPECT_EQ(soliditet.categories.back(), "2024");
        EXPECT_TRUE(std::ranges::is_sorted(soliditet.categories));
        const DrawnChart& result = result_chart(charts);
        const auto expected = by_year(report, "arets_resultat", 1000);
        ASSERT_EQ(result.series.at(0).values.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_NEAR(result.series[0].values[i], expected[i], 1e-9);
        }
        EXPECT_NEAR(result.series.at(1).values.back(),
                    number(report.find("oversikt")->find("eget_kapital")->values[0]) / 1000, 1e-9);
    }

    /// Whether or not the shape has a guideline.
    static const DrawnChart& result_chart(const std::map<std::string, DrawnChart>& charts) {
        for (const auto& [title, chart] : charts) {
            if (title.starts_with("Årets resultat och eget kapital")) {
                return chart;
            }
        }
        throw std::out_of_range("chart of the result");
    }

    static double sum(const std::vector<double>& values) {
        double all = 0;
        for (const double value : values) {
            all += std::isnan(value) ? 0 : value;
        }
        return all;
    }
};

INSTANTIATE_TEST_SUITE_P(Examples, Chart, ::testing::Values(insjoriket, sjuharad, solleftea),
                         [](const auto& one) { return one.param.layout; });

TEST_P(Chart, DrawsTheFiguresOfTheReport) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    const Document document(office(), example.ods);
    const auto charts = charts_of(document);
    EXPECT_EQ(charts.size(), example.inputs.layout.charts.size());
    expect_figures_of(charts, example.report);
    for (const auto& [title, chart] : charts) {
        for (const DrawnSeries& series : chart.series) {
            EXPECT_TRUE(series.range.starts_with("$Diagram.$")) << title << ": " << series.range;
            EXPECT_EQ(series.values.size(), chart.categories.size()) << title;
            EXPECT_FALSE(series.label.empty()) << title;
        }
        EXPECT_FALSE(chart.categories.empty()) << title;
        EXPECT_THAT(chart.categories, testing::Not(testing::Contains(""))) << title;
    }
}

TEST_P(Chart, MembersDrawTheContributionsOfTheYear) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    const Document document(office(), example.ods);
    const auto chart = charts_of(document).at("Medlemmarnas bidrag");
    double expected = 0;
    for (const ChartRule& rule : example.inputs.layout.charts) {
        for (const Term& term : rule.rows) {
            for (const ReportRow& row : example.report.find(term.table)->rows) {
                const bool is_line = row.key == term.row || row.key.starts_with(term.row + ".");
                const double value = is_line ? number(row.values[0]) : 0;
                expected += std::isnan(value) ? 0 : value / 1000;
            }
        }
    }
    EXPECT_GT(expected, 0);
    ASSERT_FALSE(chart.series.empty());
    EXPECT_EQ(chart.series.back().label, "2024"); // lying bars are drawn from below
    EXPECT_NEAR(sum(chart.series.back().values), expected, 1e-6);
}

TEST_P(Chart, FollowsAnEditOfIndata) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    Document document(office(), example.ods);
    TypedInput typed = example.inputs.typed;
    const auto& inputs = example.inputs.layout.inputs;
    const auto at = std::ranges::find(inputs, "ansvarsforbindelser", &InputField::key) - inputs.begin();
    document
        .cell("Indata." +
              workbook::a1({workbook::input_first_row + static_cast<int>(at), workbook::input_first_year_column}))
        ->setValue(123456.78);
    typed.years[2024]["ansvarsforbindelser"] = 123456.78;
    document.recalculate_hard();
    const Report report = evaluate(example.inputs.layout, example.inputs.map, example.books, typed);
    EXPECT_NE(by_year(report, "soliditet", 1), by_year(example.report, "soliditet", 1));
    expect_figures_of(charts_of(document), report);
}

TEST_P(Chart, IsTheSameInExcelFormat) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    const Document ods(office(), example.ods), xlsx(office(), example.xlsx);
    const auto ours = charts_of(ods), theirs = charts_of(xlsx);
    ASSERT_EQ(theirs.size(), ours.size());
    for (const auto& [title, chart] : ours) {
        const DrawnChart& other = theirs.at(title);
        EXPECT_EQ(other.categories, chart.categories) << title;
        ASSERT_EQ(other.series.size(), chart.series.size()) << title;
        for (std::size_t i = 0; i < chart.series.size(); ++i) {
            EXPECT_EQ(other.series[i].label, chart.series[i].label) << title;
            ASSERT_EQ(other.series[i].values.size(), chart.series[i].values.size()) << title;
            for (std::size_t v = 0; v < chart.series[i].values.size(); ++v) {
                const double one = chart.series[i].values[v], two = other.series[i].values[v];
                EXPECT_TRUE((std::isnan(one) && std::isnan(two)) || std::abs(one - two) < 1e-9) << title;
            }
        }
    }
}

TEST_P(Chart, KeepsItsSizeWhenTheDocumentIsStoredAndCalculatedHard) {
    Document document(office(), example_workbook(GetParam()).ods);
    const auto before = sizes_of(document);
    EXPECT_EQ(before.size(), example_workbook(GetParam()).inputs.layout.charts.size());
    document.recalculate_hard();
    document.store(office().fresh_folder("diagram") / "rapport.ods");
    document.recalculate_hard();
    EXPECT_EQ(sizes_of(document), before);
    for (const auto& [width, height] : before) { // hundredths of a millimetre
        EXPECT_GT(width, 10'000);
        EXPECT_GT(height, 5'000);
    }
}

TEST_P(Chart, IsToldInWordsToWhoCannotSeeIt) {
    const ExampleWorkbook& example = example_workbook(GetParam());
    const Document document(office(), example.ods);
    std::vector<std::string> told, wanted;
    for (const uno::Reference<drawing::XShape>& shape : shapes_of(document)) {
        rtl::OUString text;
        uno::Reference<beans::XPropertySet>(shape, uno::UNO_QUERY_THROW)->getPropertyValue("Description") >>= text;
        told.push_back(to_string(text));
    }
    for (const ChartRule& rule : example.inputs.layout.charts) {
        wanted.push_back(rule.description);
    }
    EXPECT_THAT(told, testing::UnorderedElementsAreArray(wanted));
}

} // namespace
} // namespace finsam::office
