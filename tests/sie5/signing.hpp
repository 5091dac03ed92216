#pragma once
// Signs SIE 5 files for the tests, with a key made for the occasion.

#include <string>
#include <string_view>

namespace finsam::sie {

/// What the parts of a Signature are; the defaults are what SIE 5 wants.
struct SignatureForm {
    std::string method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    std::string digest = "http://www.w3.org/2001/04/xmlenc#sha256";
    std::string uri{};
    std::string transforms = "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>";
    std::string key_info = "<KeyValue/>";
};

/// The file, whose root is closed at the end by `</Sie>` or `</SieEntry>`, with a signature before that.
[[nodiscard]] std::string sign(std::string_view file, const SignatureForm& form = {});

} // namespace finsam::sie
