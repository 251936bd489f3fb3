// SPDX-License-Identifier: Apache-2.0
#pragma once

/// SIGINT and SIGTERM as a question that loops ask, so that destructors run and nothing is left
/// half written. A second signal ends the program at once.
namespace pressgraph {

/// Thrown where a loop notices the signal.
struct Interrupted {};

/// From here on the first signal only sets a flag; a closed pipe is an error of write(), not a
/// signal.
void handle_signals();

/// The signal that came, or 0.
int interrupted();

/// Throws Interrupted where a signal came.
void stop_if_interrupted();

/// Keeps the signals of handle_signals() from the calling thread, so that they reach the one that
/// reads (and break a wait for input).
void leave_signals_to_others();

/// Ends the program by `signal`, so that the shell sees what happened.
[[noreturn]] void end_by_signal(int signal);

}  // namespace pressgraph
