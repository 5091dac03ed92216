#pragma once
// A real LibreOffice for tests: a process of its own with a fresh profile under the build folder and the extension.
// Ended, with all that it started, when the object goes.

#include <com/sun/star/uno/XComponentContext.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <sys/types.h>

namespace finsam::office {

struct OfficeOptions {
    std::string profile = "profile"; ///< name of the folder under <build>/tests/office
    std::string language = "en-US";  ///< "en-US" or "sv": user interface, and how numbers and formulas are typed
    bool with_extension = true;      ///< the unpacked extension of the build, as the command `finsam` brings it
    std::filesystem::path package;   ///< an .oxt that is installed with unopkg instead
    std::string display;             ///< of an X server that its windows are shown on; "": no windows
    std::string extra_path;          ///< a folder whose programs go before those of PATH
};

class Office {
public:
    /// Starts and connects; nullptr, with the reason, when that fails.
    [[nodiscard]] static std::unique_ptr<Office> start(const OfficeOptions& options, std::string& reason);
    /// soffice.bin is where the build expects it.
    [[nodiscard]] static bool installed();

    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;
    ~Office();

    [[nodiscard]] const com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext>&
    context() const noexcept {
        return context_;
    }
    /// An instance of a service in the office's process.
    [[nodiscard]] com::sun::star::uno::Reference<com::sun::star::uno::XInterface>
    create(const std::string& service) const;
    /// Runs a service as `soffice service:NAME?ARGUMENT` does (XJobExecutor); it is done when this returns.
    void run_service(const std::string& service, const std::string& argument) const;
    /// A fresh folder for the files of one test, beside the profile.
    [[nodiscard]] std::filesystem::path fresh_folder(const std::string& name) const;
    /// Where the office keeps what is the user's own.
    [[nodiscard]] std::filesystem::path user_folder() const;
    [[nodiscard]] pid_t process() const noexcept { return process_; }
    /// The process has ended by itself.
    [[nodiscard]] bool ended();
    /// Kills the process, as a crash would; what was got from it is dead after that.
    void crash() noexcept;

private:
    explicit Office(std::filesystem::path profile);
    [[nodiscard]] bool run(const OfficeOptions& options, std::string& reason);
    void launch(const OfficeOptions& options);
    [[nodiscard]] bool connect();
    void stop() noexcept;

    std::filesystem::path profile_;
    std::string pipe_;
    pid_t process_ = -1;
    com::sun::star::uno::Reference<com::sun::star::uno::XComponentContext> context_;
};

} // namespace finsam::office
