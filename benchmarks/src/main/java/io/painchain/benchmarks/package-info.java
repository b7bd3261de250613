/**
 * What is measured, and against what. Each benchmark has a {@code main}; {@code benchmarks/README.md} says how to run them.
 */
package io.painchain.benchmarks;
