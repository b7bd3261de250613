/**
 * The start of the simulator: options, configuration, and the server put together. Nothing else may depend on it but
 * tests.
 */
package io.painchain.simulator;
