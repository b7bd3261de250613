/**
 * A simulator's command line, and its process until it is ended. Depends on nothing.
 */
package io.painchain.simulator.option;
