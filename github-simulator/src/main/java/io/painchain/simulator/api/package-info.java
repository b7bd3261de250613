/**
 * GitHub's REST API over the world: who asks, what they may, which route it is, which page, and whether it changed.
 */
package io.painchain.simulator.api;
