// finsam_bench_books OUT.se OUT.csv BYTES

#include "tests/bench/generated_books.hpp"

#include <charconv>
#include <fstream>
#include <iostream>
#include <string_view>

int main(int argc, char** argv) {
    std::uint64_t bytes = 0;
    const std::string_view size = argc == 4 ? argv[3] : "";
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), bytes);
    if (error != std::errc() || end != size.data() + size.size()) {
        std::cerr << "finsam_bench_books OUT.se OUT.csv BYTES\n";
        return 2;
    }
    std::ofstream sie(argv[1], std::ios::binary), csv(argv[2], std::ios::binary);
    const auto written = finsam::bench::write_books(sie, csv, bytes);
    sie.close();
    csv.close();
    if (!sie || !csv) {
        std::cerr << "finsam_bench_books: cannot write\n";
        return 1;
    }
    std::cout << written.bytes << " bytes, " << written.vouchers << " #VER, " << written.transactions << " #TRANS\n";
}
