#include "parsers/signature/signature_policy.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace finsam::sie {
namespace {

constexpr std::string_view signature_namespace = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

constexpr std::string_view canonicalizations[] = {
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
    "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
    "http://www.w3.org/2006/12/xml-c14n11",
    "http://www.w3.org/2006/12/xml-c14n11#WithComments",
    "http://www.w3.org/2001/10/xml-exc-c14n#",
    "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
};
constexpr std::string_view strong_methods[] = {
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
    "http://www.w3.org/2001/04/xmlenc#sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512",
};
constexpr std::string_view weak_methods[] = {
    "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
    "http://www.w3.org/2000/09/xmldsig#sha1",
};

template <class List>
bool contains(const List& list, std::string_view text) {
    return std::find(std::begin(list), std::end(list), text) != std::end(list);
}

std::string_view view(const xmlChar* text) noexcept {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_element(const xmlNode* node, std::string_view name) noexcept {
    return node->type == XML_ELEMENT_NODE && view(node->name) == name && node->ns != nullptr &&
           view(node->ns->href) == signature_namespace;
}

/// Calls `take` for each child element of the name.
void for_children(const xmlNode* parent, std::string_view name, const std::function<void(const xmlNode*)>& take) {
    for (const xmlNode* child = parent == nullptr ? nullptr : parent->children; child != nullptr; child = child->next) {
        if (is_element(child, name)) {
            take(child);
        }
    }
}

const xmlNode* child(const xmlNode* parent, std::string_view name) {
    const xmlNode* found = nullptr;
    for_children(parent, name, [&](const xmlNode* node) { found = found == nullptr ? node : found; });
    return found;
}

std::string attribute(const xmlNode* node, const char* name) {
    const std::unique_ptr<xmlChar, void (*)(void*)> value(
        node == nullptr ? nullptr : xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)), xmlFree);
    return std::string(view(value.get()));
}

class Judgement {
public:
    void lower(SignaturePolicy to) noexcept { worst_ = std::max(worst_, to); }
    void method(const xmlNode* node) {
        const std::string algorithm = attribute(node, "Algorithm");
        lower(contains(strong_methods, algorithm) ? SignaturePolicy::checkable
              : contains(weak_methods, algorithm) ? SignaturePolicy::weak
                                                  : SignaturePolicy::unsupported);
    }
    [[nodiscard]] SignaturePolicy worst() const noexcept { return worst_; }

private:
    SignaturePolicy worst_ = SignaturePolicy::checkable;
};

/// True when the reference is to the whole document.
bool judge_reference(const xmlNode* reference, Judgement& judgement) {
    const bool has_uri = xmlHasProp(reference, reinterpret_cast<const xmlChar*>("URI")) != nullptr;
    const std::string uri = attribute(reference, "URI");
    if (!has_uri || (!uri.empty() && !uri.starts_with('#')) || uri.starts_with("#xpointer")) {
        judgement.lower(SignaturePolicy::deceptive);
    }
    bool is_enveloped = false;
    for_children(child(reference, "Transforms"), "Transform", [&](const xmlNode* transform) {
        const std::string algorithm = attribute(transform, "Algorithm");
        is_enveloped = is_enveloped || algorithm == enveloped;
        if (algorithm != enveloped && !contains(canonicalizations, algorithm)) {
            judgement.lower(SignaturePolicy::deceptive); // XPath and XSLT choose what is signed
        }
    });
    judgement.method(child(reference, "DigestMethod"));
    return has_uri && uri.empty() && is_enveloped;
}

bool has_key(const xmlNode* signature) {
    const xmlNode* info = child(signature, "KeyInfo");
    const xmlNode* value = child(info, "KeyValue");
    bool certificate = false;
    for_children(info, "X509Data",
                 [&](const xmlNode* data) { certificate = certificate || child(data, "X509Certificate") != nullptr; });
    return certificate || child(value, "RSAKeyValue") != nullptr;
}

} // namespace

Signatures find_signatures(xmlDoc* document) noexcept {
    Signatures found;
    const xmlNode* root = xmlDocGetRootElement(document);
    for (xmlNode* node = root == nullptr ? nullptr : root->children; node != nullptr; node = node->next) {
        if (is_element(node, "Signature")) {
            found.first = found.first == nullptr ? node : found.first;
            ++found.count;
        }
    }
    return found;
}

SignaturePolicy judge(const xmlNode* signature) {
    Judgement judgement;
    const xmlNode* info = child(signature, "SignedInfo");
    judgement.method(child(info, "SignatureMethod"));
    if (!contains(canonicalizations, attribute(child(info, "CanonicalizationMethod"), "Algorithm"))) {
        judgement.lower(SignaturePolicy::unsupported);
    }
    bool covers_all = false;
    for_children(info, "Reference",
                 [&](const xmlNode* reference) { covers_all |= judge_reference(reference, judgement); });
    if (!covers_all) {
        judgement.lower(SignaturePolicy::deceptive);
    }
    if (!has_key(signature)) {
        judgement.lower(SignaturePolicy::unsupported);
    }
    return judgement.worst();
}

} // namespace finsam::sie
