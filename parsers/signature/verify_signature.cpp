#include "parsers/signature/verify_signature.hpp"

#include "parsers/signature/signature_policy.hpp"

#include <libxml/parser.h>
#include <memory>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>

namespace finsam::sie {
namespace {

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;
using Context = std::unique_ptr<xmlSecDSigCtx, decltype(&xmlSecDSigCtxDestroy)>;
using KeysManager = std::unique_ptr<xmlSecKeysMngr, decltype(&xmlSecKeysMngrDestroy)>;

void say_nothing(const char*, int, const char*, const char*, const char*, int, const char*) {}

/// Once for the program; xmlsec keeps its tables until it ends.
bool library_ready() {
    static const bool ready = [] {
        xmlInitParser();
        const bool begun = xmlSecInit() >= 0 && xmlSecCryptoAppInit(nullptr) >= 0 && xmlSecCryptoInit() >= 0;
        xmlSecErrorsSetCallback(say_nothing); // else it writes to stderr; last, since its parts set their own
        return begun;
    }();
    return ready;
}

/// Keys only from the file itself, nothing fetched.
bool restrict_keys(xmlSecKeyInfoCtx& keys) {
    keys.flags |= XMLSEC_KEYINFO_FLAGS_X509DATA_DONT_VERIFY_CERTS;
    keys.retrievalMethodCtx.enabledUris = xmlSecTransformUriTypeNone;
    keys.maxRetrievalMethodLevel = 0;
    for (const xmlSecKeyDataId kind : {xmlSecKeyDataValueId, xmlSecKeyDataRsaId, xmlSecKeyDataX509Id}) {
        if (xmlSecPtrListAdd(&keys.enabledKeyData, const_cast<xmlSecPtr>(static_cast<const void*>(kind))) < 0) {
            return false;
        }
    }
    return true;
}

bool restrict_references(xmlSecDSigCtx& context) {
    context.enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    for (const xmlSecTransformId transform :
         {xmlSecTransformEnvelopedId, xmlSecTransformInclC14NId, xmlSecTransformInclC14NWithCommentsId,
          xmlSecTransformInclC14N11Id, xmlSecTransformInclC14N11WithCommentsId, xmlSecTransformExclC14NId,
          xmlSecTransformExclC14NWithCommentsId, xmlSecTransformSha1Id, xmlSecTransformSha256Id,
          xmlSecTransformSha384Id, xmlSecTransformSha512Id}) {
        if (xmlSecDSigCtxEnableReferenceTransform(&context, transform) < 0) {
            return false;
        }
    }
    return true;
}

bool is_right(xmlNode* signature) {
    const KeysManager keys(xmlSecKeysMngrCreate(), xmlSecKeysMngrDestroy);
    if (keys == nullptr || xmlSecCryptoAppDefaultKeysMngrInit(keys.get()) < 0) {
        return false;
    }
    const Context context(xmlSecDSigCtxCreate(keys.get()), xmlSecDSigCtxDestroy);
    if (context == nullptr || !restrict_keys(context->keyInfoReadCtx) || !restrict_references(*context)) {
        return false;
    }
    return xmlSecDSigCtxVerify(context.get(), signature) >= 0 && context->status == xmlSecDSigStatusSucceeded;
}

} // namespace

SignatureState verify_signature(std::string_view bytes) {
    if (bytes.size() > largest_signed_file || !library_ready()) {
        return SignatureState::not_checked;
    }
    // The size is bounded and a DOCTYPE refused: the parser's own limits would only stop embedded documents.
    constexpr int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const Document document(xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, options),
                            xmlFreeDoc);
    if (document == nullptr || document->intSubset != nullptr) {
        return SignatureState::invalid;
    }
    const Signatures signatures = find_signatures(document.get());
    if (signatures.count != 1) {
        return signatures.count == 0 ? SignatureState::absent : SignatureState::invalid;
    }
    switch (judge(signatures.first)) {
    case SignaturePolicy::deceptive: return SignatureState::invalid;
    case SignaturePolicy::unsupported: return SignatureState::not_checked;
    case SignaturePolicy::weak: return is_right(signatures.first) ? SignatureState::weak : SignatureState::invalid;
    case SignaturePolicy::checkable:
        return is_right(signatures.first) ? SignatureState::valid : SignatureState::invalid;
    }
    return SignatureState::not_checked;
}

} // namespace finsam::sie
