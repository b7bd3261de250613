/**
 * Scripting over HTTP below {@code /_sim}: objects, custom types, rights, what the server forgets, faults.
 */
package io.painchain.simulator.kubernetes.admin;
