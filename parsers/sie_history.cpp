#include "parsers/sie_history.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace finsam::sie {
namespace {

using Key = std::tuple<const std::string&, const std::vector<ObjectRef>&, const Ore&>;

Key key(const TransactionRow& row) noexcept {
    return {row.account, row.objects, row.amount};
}

/// The rows of one kind that no added row has been paired with, by key.
class Unpaired {
public:
    Unpaired(const std::vector<TransactionRow>& rows, RowKind kind) {
        for (std::size_t i = rows.size(); i-- > 0;) {
            if (rows[i].kind == kind) {
                rows_[key(rows[i])].push_back(i); // the first row last, where it is taken
            }
        }
    }
    /// Takes one with the same key as `row`; its index, or `none`.
    [[nodiscard]] std::size_t take(const TransactionRow& row) {
        const auto found = rows_.find(key(row));
        if (found == rows_.end() || found->second.empty()) {
            return none;
        }
        const std::size_t taken = found->second.back();
        found->second.pop_back();
        return taken;
    }
    void take_row(const TransactionRow& row, std::size_t index) {
        auto& indices = rows_.find(key(row))->second;
        indices.erase(std::find(indices.rbegin(), indices.rend(), index).base() - 1);
    }
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

private:
    std::map<Key, std::vector<std::size_t>> rows_;
};

bool is_followed_by_twin(const std::vector<TransactionRow>& rows, std::size_t at) {
    return at + 1 < rows.size() && rows[at + 1].kind == RowKind::trans && key(rows[at]) == key(rows[at + 1]);
}

} // namespace

std::string_view swedish_name(HistoryFate fate) noexcept {
    switch (fate) {
    case HistoryFate::added: return "tillagd";
    case HistoryFate::added_then_struck: return "tillagd och struken";
    case HistoryFate::struck: return "struken";
    case HistoryFate::added_without_twin: return "tillagd utan motsvarande #TRANS";
    }
    return "";
}

std::vector<HistoryRow> history_of(const std::vector<TransactionRow>& rows) {
    std::vector<HistoryRow> history;
    if (std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.kind == RowKind::trans; })) {
        return history;
    }
    Unpaired in_force(rows, RowKind::trans), struck(rows, RowKind::btrans);
    std::vector<HistoryFate> fates(rows.size(), HistoryFate::struck);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind == RowKind::rtrans) {
            fates[i] = HistoryFate::added_without_twin;
            if (is_followed_by_twin(rows, i)) {
                in_force.take_row(rows[i], i + 1);
                fates[i] = HistoryFate::added;
            }
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != RowKind::rtrans || fates[i] == HistoryFate::added) {
            continue;
        }
        if (in_force.take(rows[i]) != Unpaired::none) {
            fates[i] = HistoryFate::added;
        } else if (const std::size_t gone = struck.take(rows[i]); gone != Unpaired::none) {
            fates[i] = fates[gone] = HistoryFate::added_then_struck;
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != RowKind::trans) {
            history.push_back({i, fates[i]});
        }
    }
    return history;
}

} // namespace finsam::sie
