/**
 * Scripting calls below {@code /_sim}, by subject: they change the world, the tokens and the server.
 */
package io.painchain.simulator.gitlab.admin;
