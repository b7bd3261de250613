/**
 * Scripting calls that plan faults and show what was asked.
 */
package io.painchain.simulator.admin.fault;
