#include "tests/bench/import_comparison.hpp"

#include "tests/bench/generated_books.hpp"
#include "tests/office/document.hpp"
#include "tests/office/text.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/Desktop.hpp>
#include <com/sun/star/frame/XStorable.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace finsam::bench {
namespace {

namespace fs = std::filesystem;
using namespace com::sun::star;
using office::Office;
using office::OfficeOptions;
using Model = uno::Reference<sheet::XSpreadsheetDocument>;

constexpr std::uint64_t transactions = 200'000;
constexpr int rounds = 5;

beans::PropertyValue property(const char* name, const uno::Any& value) {
    return {rtl::OUString::createFromAscii(name), 0, value, beans::PropertyState_DIRECT_VALUE};
}

/// How a file is opened: by its type, or as CSV with a format for each column.
struct Way {
    fs::path path;
    std::string csv_options;
};

Model open(const Office& office, const Way& way) {
    std::vector<beans::PropertyValue> arguments = {property("Hidden", uno::Any(true))};
    if (!way.csv_options.empty()) {
        arguments.push_back(property("FilterName", uno::Any(rtl::OUString("Text - txt - csv (StarCalc)"))));
        arguments.push_back(property("FilterOptions", uno::Any(office::to_ustring(way.csv_options))));
    }
    return {frame::Desktop::create(office.context())
                ->loadComponentFromURL(office::to_ustring(office::file_url(way.path)), "_blank", 0,
                                       {arguments.data(), static_cast<sal_Int32>(arguments.size())}),
            uno::UNO_QUERY_THROW};
}

void close(const Model& model) {
    uno::Reference<util::XCloseable>(model, uno::UNO_QUERY_THROW)->close(true);
}

/// Writes the books: as large as it takes for so many rows.
bool write_sie(const fs::path& path) {
    for (std::uint64_t bytes = 16'000'000;; bytes += 1'000'000) {
        std::ofstream sie(path, std::ios::binary);
        std::ostringstream csv;
        if (write_books(sie, csv, bytes).transactions >= transactions) {
            return static_cast<bool>(sie.flush());
        }
    }
}

/// The opened sheet of vouchers as CSV, and how each of its columns is to be read: text as text, days as days.
Way write_csv(const Model& model, const fs::path& path) {
    const uno::Sequence<rtl::OUString> names = model->getSheets()->getElementNames();
    sal_Int32 number = 1;
    while (names[number - 1] != "Verifikationer") {
        ++number;
    }
    uno::Sequence<beans::PropertyValue> arguments(2);
    arguments[0] = property("FilterName", uno::Any(rtl::OUString("Text - txt - csv (StarCalc)")));
    arguments[1] =
        property("FilterOptions",
                 uno::Any(office::to_ustring(fmt::format("44,34,76,1,,0,true,false,false,false,false,{}", number))));
    const auto exact = path.string() + ".csv";
    uno::Reference<frame::XStorable>(model, uno::UNO_QUERY_THROW)
        ->storeToURL(office::to_ustring(office::file_url(exact)), arguments);
    for (const auto& entry : fs::directory_iterator(path.parent_path())) { // Calc adds the sheet's name
        if (entry.path().string().starts_with(exact.substr(0, exact.size() - 4))) {
            fs::rename(entry.path(), path);
        }
    }
    std::ifstream file(path);
    std::string line, formats;
    while (std::getline(file, line) && !line.starts_with("serie,") && !line.starts_with("\"serie\",")) {
    }
    std::istringstream headings(line);
    int column = 0;
    for (std::string heading; std::getline(headings, heading, ',');) {
        std::erase(heading, '"');
        const bool is_day = heading == "datum" || heading == "registrerad" || heading == "raddatum";
        const bool is_number = heading == "belopp" || heading == "rad";
        formats += fmt::format("{}{}/{}", formats.empty() ? "" : "/", ++column, is_day ? 5 : is_number ? 1 : 2);
    }
    return {path, "44,34,76,1," + formats + ",1053,false,false"};
}

struct Measured {
    double seconds = 0, memory = 0;
};

Measured measure(const Office& office, const Way& way) {
    const double memory = memory_megabytes(office.process()), seconds = process_seconds(office.process());
    const Model model = open(office, way);
    const Measured measured{process_seconds(office.process()) - seconds, peak_megabytes(office.process()) - memory};
    close(model);
    return measured;
}

std::unique_ptr<Office> start() {
    std::string reason;
    OfficeOptions options;
    options.profile = "bench-import-profile";
    auto office = Office::start(options, reason);
    if (office) {
        const office::Document first(*office); // what Calc loads for any document is not counted
    }
    return office;
}

} // namespace

std::vector<Verdict> import_against_csv(const fs::path& folder) {
    const Way sie{folder / "stor.se", {}};
    auto office = start();
    if (!office || !write_sie(sie.path)) {
        return {};
    }
    const Model opened = open(*office, sie);
    const Way csv = write_csv(opened, folder / "stor.csv");
    close(opened);
    std::vector<double> own, other;
    for (int round = 0; round < rounds; ++round) {
        own.push_back(measure(*office, sie).seconds);
        other.push_back(measure(*office, csv).seconds);
    }
    std::vector<double> memory;
    for (const Way* way : {&sie, &csv}) {
        office.reset();
        office = start();
        if (!office) {
            return {};
        }
        memory.push_back(measure(*office, *way).memory);
    }
    const double mine = median(own), theirs = median(other);
    constexpr double most_time = 1.2, most_memory = 1.5;
    return {{"Öppna en SIE-fil med 200 000 transaktioner, mot Calcs egen import av samma rader som CSV: tid",
             decimal(mine, 2) + " s", fmt::format("{} s: {} gånger", decimal(theirs, 2), decimal(mine / theirs, 2)),
             "högst 1,2 gånger", mine <= most_time * theirs},
            {"Samma, minne som mest utöver det som LibreOffice hade", decimal(memory[0], 0) + " MiB",
             fmt::format("{} MiB: {} gånger", decimal(memory[1], 0), decimal(memory[0] / memory[1], 2)),
             "högst 1,5 gånger", memory[0] <= most_memory * memory[1]}};
}

} // namespace finsam::bench
