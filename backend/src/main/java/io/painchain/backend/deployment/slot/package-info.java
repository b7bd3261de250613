/**
 * Which version replaced which in each slot, what that shipped and took back, and which deployments others undid. Made of facts
 * alone, from any moment on, the same in whatever order these came. Owns the tables of slots.
 */
package io.painchain.backend.deployment.slot;
