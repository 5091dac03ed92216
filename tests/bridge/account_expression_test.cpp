#include "bridge/figures/account_expression.hpp"

#include <gmock/gmock.h>

namespace finsam {
namespace {

bool takes(std::string_view expression, std::string_view account) {
    const auto parsed = AccountExpression::parse(expression);
    EXPECT_TRUE(parsed) << expression << ": " << (parsed ? "" : parsed.error());
    return parsed && parsed->contains(account);
}

std::string fault(std::string_view expression) {
    const auto parsed = AccountExpression::parse(expression);
    return parsed ? "" : parsed.error();
}

TEST(AccountExpression, AnAccountIsThatOneOnly) {
    EXPECT_TRUE(takes("3990", "3990"));
    EXPECT_FALSE(takes("3990", "399"));
    EXPECT_FALSE(takes("3990", "39901"));
    EXPECT_FALSE(takes("3990", "3991"));
    EXPECT_TRUE(takes("1234567890", "1234567890")) << "of any length";
}

TEST(AccountExpression, AStarTakesWhatBeginsSo) {
    for (const char* account : {"8", "8300", "831", "831012", "8999"}) {
        EXPECT_TRUE(takes("8*", account)) << account;
    }
    EXPECT_FALSE(takes("8*", "7999"));
    EXPECT_FALSE(takes("83*", "8400"));
    EXPECT_TRUE(takes("*", "1"));
    EXPECT_TRUE(takes("*", "999999999"));
}

TEST(AccountExpression, ARangeComparesAsTextFromTheLeft) {
    for (const char* account : {"30", "300", "3011", "31", "34", "349", "3499", "349999"}) {
        EXPECT_TRUE(takes("30-34", account)) << account;
    }
    for (const char* account : {"2999", "35", "3500", "350000", "4"}) {
        EXPECT_FALSE(takes("30-34", account)) << account;
    }
    EXPECT_TRUE(takes("3000-34", "3450")) << "ends of different length";
    EXPECT_FALSE(takes("3010-34", "3009"));
    EXPECT_TRUE(takes("351-351", "35199")) << "as a range of the account map";
    EXPECT_TRUE(takes("30* - 34*", "3499"));
}

TEST(AccountExpression, PartsAreJoined) {
    constexpr const char* expression = "30-34;3990;8*";
    for (const char* account : {"3011", "3990", "8310"}) {
        EXPECT_TRUE(takes(expression, account)) << account;
    }
    for (const char* account : {"3500", "3991", "7010", "1930"}) {
        EXPECT_FALSE(takes(expression, account)) << account;
    }
    EXPECT_TRUE(takes(" 3010 , 3020;\n", "3020")) << "commas, blanks, an end without part";
}

TEST(AccountExpression, PastedDashesAndSpaces) {
    EXPECT_TRUE(takes("30\u201334", "3200")) << "en dash";
    EXPECT_TRUE(takes("30 \u2212 34", "3200")) << "minus";
    EXPECT_TRUE(takes("\u00A03990\u00A0", "3990")) << "hard spaces";
}

TEST(AccountExpression, WhatIsNoAccountIsNotTaken) {
    for (const char* text : {"", "konto", "30a", "3 990", "-3990"}) {
        EXPECT_FALSE(takes("*", text)) << text;
    }
}

TEST(AccountExpression, ErrorsNameThePart) {
    EXPECT_EQ(fault(""), "inget konto är angivet.");
    EXPECT_EQ(fault(" ; "), "inget konto är angivet.");
    EXPECT_EQ(fault("3010;abc"), "”abc” är varken ett konto (3990), en början (8*) eller ett intervall (30-34).");
    EXPECT_EQ(fault("3010 3020"),
              "”3010 3020” är varken ett konto (3990), en början (8*) eller ett intervall (30-34).");
    EXPECT_EQ(fault("34-30"), "intervallet ”34-30” slutar före sin början.");
    for (const char* text : {"30-", "-34", "30-34-36", "30-x", "123456789-2"}) {
        EXPECT_EQ(fault(text), std::string("intervallet ”") + text +
                                   "” ska ha ett konto med högst åtta siffror på var sida om strecket.");
    }
    for (const char* text : {"3*9", "**", "3?", "å*", "3.5", "123456789*"}) {
        EXPECT_THAT(fault(text), testing::StartsWith(std::string("”") + text + "” är varken")) << text;
    }
}

} // namespace
} // namespace finsam
