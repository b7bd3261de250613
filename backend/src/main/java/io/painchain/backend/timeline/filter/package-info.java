/**
 * What filters a timeline: parameters, their values, and the SQL conditions that follow. Touches teams, whose tags
 * it looks up.
 */
package io.painchain.backend.timeline.filter;
