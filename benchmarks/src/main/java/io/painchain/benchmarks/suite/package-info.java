/**
 * What {@code ./painchain bench} runs: each benchmark several times against a backend of its own, with what the bare database
 * does in the same run beside it. May touch the processes and measurements below, and the
 * clients and sample events of the package above.
 */
package io.painchain.benchmarks.suite;
