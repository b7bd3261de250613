/**
 * Scripting calls about tokens, limits and Apps.
 */
package io.painchain.simulator.admin.access;
