/**
 * Scripting over HTTP: the routes below {@code /_sim} put together.
 */
package io.painchain.simulator.admin;
