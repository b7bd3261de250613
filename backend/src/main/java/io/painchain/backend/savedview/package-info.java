/** Filters of the timeline that a tenant keeps by name. Touches its own table only. */
package io.painchain.backend.savedview;
