/**
 * The start: a server, its configuration and its command line. Nothing depends on it.
 */
package io.painchain.simulator.kubernetes;
