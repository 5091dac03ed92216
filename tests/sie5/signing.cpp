#include "tests/sie5/signing.hpp"

#include "parsers/signature/signature_policy.hpp"
#include "parsers/signature/verify_signature.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <xmlsec/crypto.h>
#include <xmlsec/xmldsig.h>

namespace finsam::sie {
namespace {

/// One key for the program; making it takes long.
const std::string& private_key() {
    static const std::string pem = [] {
        const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_RSA_gen(2048), EVP_PKEY_free);
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
        PEM_write_bio_PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char* text = nullptr;
        const auto size = BIO_get_mem_data(out.get(), &text);
        return std::string(text, static_cast<std::size_t>(size));
    }();
    return pem;
}

std::string with_template(std::string_view file, const SignatureForm& form) {
    const std::string signature =
        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo><CanonicalizationMethod "
        "Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/><SignatureMethod Algorithm=\"" +
        form.method + "\"/><Reference URI=\"" + form.uri + "\"><Transforms>" + form.transforms +
        "</Transforms><DigestMethod Algorithm=\"" + form.digest +
        "\"/><DigestValue/></Reference></SignedInfo><SignatureValue/><KeyInfo>" + form.key_info +
        "</KeyInfo></Signature>";
    std::string text(file);
    return text.insert(text.rfind("</"), signature);
}

} // namespace

std::string sign(std::string_view file, const SignatureForm& form) {
    (void)verify_signature("<a/>"); // makes xmlsec ready
    const std::string text = with_template(file, form);
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr, XML_PARSE_NONET), xmlFreeDoc);
    const std::unique_ptr<xmlSecDSigCtx, decltype(&xmlSecDSigCtxDestroy)> context(xmlSecDSigCtxCreate(nullptr),
                                                                                  xmlSecDSigCtxDestroy);
    const std::string& key = private_key();
    context->signKey = xmlSecCryptoAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(key.data()),
                                                    static_cast<xmlSecSize>(key.size()), xmlSecKeyDataFormatPem,
                                                    nullptr, nullptr, nullptr);
    EXPECT_GE(xmlSecDSigCtxSign(context.get(), find_signatures(document.get()).first), 0);
    xmlChar* dumped = nullptr;
    int size = 0;
    xmlDocDumpMemory(document.get(), &dumped, &size);
    std::string made(reinterpret_cast<const char*>(dumped), static_cast<std::size_t>(size));
    xmlFree(dumped);
    return made;
}

} // namespace finsam::sie
