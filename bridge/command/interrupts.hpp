#pragma once

namespace finsam::command {

/// While this lives, SIGINT, SIGTERM and SIGHUP do not end the process but wait, so that temporary files are cleaned up
/// and the office is ended. When it goes, a signal that came takes its effect.
class Interrupts {
public:
    Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();

    /// Readable when a signal waits; -1 when the system has no such descriptor.
    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    [[nodiscard]] static bool pending() noexcept;
    /// For a child before exec: signals as they were.
    static void release() noexcept;

private:
    int descriptor_ = -1;
};

} // namespace finsam::command
