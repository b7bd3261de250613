/** Scripting over HTTP: makes things happen in the world, plays faults, shows what was asked. */
package io.painchain.simulator.admin;
