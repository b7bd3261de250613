/**
 * Routes that Apps use by their JWT and their installation tokens.
 */
package io.painchain.simulator.api.app;
