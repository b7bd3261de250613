/** A small company whose repositories live: the same story for the same seed and the same start. */
package io.painchain.simulator.demo;
