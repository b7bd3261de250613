/** What one run measured, and how figures spread over several. Touches nothing of ours. */
package io.painchain.benchmarks.suite.measurement;
