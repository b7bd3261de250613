/**
 * Scripting calls that plan faults and show what was asked; the same for every simulator.
 */
package io.painchain.simulator.admin.traffic;
