#include "bridge/review/localise.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <tuple>

namespace finsam::review {
namespace {

/// A figure with another value, and what that would do.
struct Candidate {
    FigureIndex figure = 0;
    std::int64_t needed = 0;
    std::vector<std::size_t> mended;
    int score = 0;         ///< twice the ties mended - twice the ties broken - the ties that held to the digit
    int likeness = 0;      ///< to a misprint
    double residual = 0.0; ///< what its ties still lack, in parts of what rounding allows
    bool is_subject = false;

    [[nodiscard]] auto rank() const { return std::tuple(-score, -likeness, residual, !is_subject); }
    [[nodiscard]] bool is_as_good_as(const Candidate& other) const {
        return score == other.score && likeness == other.likeness;
    }
};

class Localiser {
public:
    Localiser(const Model& model, const std::vector<Tie>& ties)
        : model_(model), ties_(ties), values_(model.values()), ties_of_(model.size()) {
        for (std::size_t t = 0; t < ties.size(); ++t) {
            std::set<FigureIndex> figures;
            for (const auto* terms : {&ties[t].terms, &ties[t].ratio_of}) {
                for (const TieTerm& term : *terms) {
                    figures.insert(term.figure);
                }
            }
            for (const FigureIndex figure : figures) {
                ties_of_[figure].push_back(t);
            }
            is_comparative_.push_back(std::ranges::any_of(
                ties[t].terms, [&](const TieTerm& term) { return model.table_of(term.figure).is_last_year; }));
            if (!model.holds(ties[t], values_)) {
                failed_.insert(t);
            }
        }
    }

    std::vector<Cause> run() {
        constexpr std::size_t most = 300; // beyond it the tables are no report, and every tie is told as it is
        while (failed_.size() > most) {
            as_the_tie_says({}, {});
        }
        while (!failed_.empty()) {
            std::vector<Candidate> candidates = all_candidates();
            if (candidates.empty()) {
                break; // only shares are left
            }
            std::ranges::stable_sort(candidates, {}, &Candidate::rank);
            take(candidates);
        }
        shares();
        return std::move(causes_);
    }

private:
    std::vector<Candidate> all_candidates() {
        std::vector<Candidate> candidates;
        std::set<std::pair<FigureIndex, std::int64_t>> seen;
        for (const std::size_t t : failed_) {
            for (const TieTerm& term : ties_[t].terms) {
                const auto needed = model_.needed(ties_[t], term.figure, values_);
                if (needed && !model_.table_of(term.figure).is_last_year && seen.emplace(term.figure, *needed).second) {
                    candidates.push_back(weigh(term.figure, *needed));
                }
            }
        }
        return candidates;
    }

    Candidate weigh(FigureIndex figure, std::int64_t needed) {
        Candidate candidate;
        candidate.figure = figure;
        candidate.needed = needed;
        const std::int64_t now = values_[figure];
        for (const std::size_t t : ties_of_[figure]) {
            const bool was_exact = model_.difference(ties_[t], values_) == 0;
            values_[figure] = needed;
            const bool holds = model_.holds(ties_[t], values_);
            const bool is_exact = model_.difference(ties_[t], values_) == 0;
            candidate.residual += residual(ties_[t], values_);
            values_[figure] = now;
            if (failed_.contains(t) && holds) {
                candidate.mended.push_back(t);
                candidate.is_subject = candidate.is_subject || ties_[t].subject == figure;
            } else if (!failed_.contains(t) && !settled_.contains(t) && !is_comparative_[t]) {
                candidate.score -= !holds ? 2 : was_exact && !is_exact ? 1 : 0;
            }
        }
        candidate.score += 2 * static_cast<int>(candidate.mended.size());
        const std::int64_t step = std::max<std::int64_t>(model_[figure].step, 1);
        candidate.likeness = misprint_likeness(values_[figure] / step, rounded(needed, step));
        return candidate;
    }

    static std::int64_t rounded(std::int64_t value, std::int64_t step) {
        return (value >= 0 ? value + step / 2 : value - step / 2) / step;
    }

    double residual(const Tie& tie, const Values& values) const {
        double steps = 1.0;
        for (const TieTerm& term : tie.terms) {
            steps += static_cast<double>(model_[term.figure].step);
        }
        return static_cast<double>(std::abs(model_.difference(tie, values))) / steps;
    }

    void take(const std::vector<Candidate>& candidates) {
        const Candidate& best = candidates.front();
        std::vector<FigureIndex> rivals;
        for (const Candidate& other : candidates) {
            const bool known = std::ranges::find(rivals, other.figure) != rivals.end();
            if (other.figure != best.figure && other.is_as_good_as(best) && !known && shares_tie(best, other)) {
                rivals.push_back(other.figure);
            }
        }
        if (best.score < 1 || (!rivals.empty() && best.mended.size() == 1)) {
            as_the_tie_says(best, rivals);
        } else {
            mend(best, rivals);
        }
    }

    static bool shares_tie(const Candidate& a, const Candidate& b) {
        return std::ranges::any_of(a.mended,
                                   [&](std::size_t t) { return std::ranges::find(b.mended, t) != b.mended.end(); });
    }

    /// No figure is more likely than others: the tie itself is told, at the figure that it should give.
    void as_the_tie_says(const Candidate& best, const std::vector<FigureIndex>& rivals) {
        const std::size_t t = best.mended.empty() ? *failed_.begin() : best.mended.front();
        Cause cause;
        cause.figure = ties_[t].subject;
        cause.needed = model_.needed(ties_[t], cause.figure, values_).value_or(values_[cause.figure]);
        if (!ties_[t].ratio_of.empty()) {
            cause.needed_share = model_.ratio(ties_[t], values_);
        }
        cause.ties = {t};
        cause.others = rivals;
        if (!best.mended.empty() && cause.figure != best.figure) {
            cause.others.push_back(best.figure);
        }
        std::erase(cause.others, cause.figure);
        failed_.erase(t);
        settled_.insert(t);
        causes_.push_back(std::move(cause));
    }

    void mend(const Candidate& best, const std::vector<FigureIndex>& rivals) {
        Cause cause{best.figure, best.needed, std::nullopt, best.mended, rivals, Certainty::medium};
        if (rivals.empty() && best.score > 2) {
            cause.certainty = Certainty::high;
        } else if (!rivals.empty()) {
            cause.certainty = Certainty::low;
        }
        std::ranges::stable_sort(cause.ties, {}, [&](std::size_t t) { return ties_[t].subject != best.figure; });
        values_[best.figure] = best.needed;
        for (const std::size_t t : ties_of_[best.figure]) {
            if (is_comparative_[t] && !failed_.contains(t)) {
                settled_.insert(t); // last year's report has the same wrong figure: it was copied forward
            } else if (!settled_.contains(t)) {
                const bool holds = model_.holds(ties_[t], values_);
                holds ? static_cast<void>(failed_.erase(t)) : static_cast<void>(failed_.insert(t));
            }
        }
        causes_.push_back(std::move(cause));
    }

    /// What is left are shares whose amounts are right.
    void shares() {
        std::set<FigureIndex> told;
        for (const std::size_t t : failed_) {
            const Tie& tie = ties_[t];
            if (!tie.ratio_of.empty() && told.insert(tie.subject).second) {
                Cause cause;
                cause.figure = tie.subject;
                cause.needed_share = model_.ratio(tie, values_);
                cause.ties = {t};
                cause.certainty = Certainty::high;
                causes_.push_back(std::move(cause));
            }
        }
    }

    const Model& model_;
    const std::vector<Tie>& ties_;
    Values values_;
    std::vector<std::vector<std::size_t>> ties_of_; ///< by figure
    std::vector<bool> is_comparative_;              ///< by tie: to last year's report
    std::set<std::size_t> failed_, settled_;        ///< settled: told as it is
    std::vector<Cause> causes_;
};

/// One digit more, less, other, or two that changed places.
bool differs_by_a_slip(const std::string& a, const std::string& b) {
    if (a.size() == b.size()) {
        std::vector<std::size_t> unlike;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (a[i] != b[i]) {
                unlike.push_back(i);
            }
        }
        const bool swapped = unlike.size() == 2 && a[unlike[0]] == b[unlike[1]] && a[unlike[1]] == b[unlike[0]];
        return unlike.size() == 1 || swapped;
    }
    const std::string &shorter = a.size() < b.size() ? a : b, &longer = a.size() < b.size() ? b : a;
    if (longer.size() != shorter.size() + 1) {
        return false;
    }
    for (std::size_t i = 0; i < longer.size(); ++i) {
        if (longer.substr(0, i) + longer.substr(i + 1) == shorter) {
            return true;
        }
    }
    return false;
}

} // namespace

int misprint_likeness(std::int64_t printed, std::int64_t needed) {
    if (printed == -needed) {
        return 3;
    }
    const std::string a = std::to_string(std::abs(printed)), b = std::to_string(std::abs(needed));
    constexpr std::size_t shortest = 3; // shorter numbers are like each other by chance
    const bool long_enough = std::max(a.size(), b.size()) >= shortest;
    return long_enough && (printed < 0) == (needed < 0) && differs_by_a_slip(a, b) ? 2 : 0;
}

std::vector<Cause> localise(const Model& model, const std::vector<Tie>& ties) {
    return Localiser(model, ties).run();
}

} // namespace finsam::review
