/**
 * The processes that are measured, and that measure beside them: backend, senders' connector, {@code pgbench}, and what they
 * take of the processors. May touch measurements.
 */
package io.painchain.benchmarks.suite.process;
