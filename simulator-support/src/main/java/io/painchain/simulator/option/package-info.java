/**
 * The options of a simulator's command line. Depends on nothing.
 */
package io.painchain.simulator.option;
