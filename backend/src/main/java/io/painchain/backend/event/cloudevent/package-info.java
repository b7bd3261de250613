/**
 * Events in the shape of CloudEvents, and CDEvents in them, as drafts. Pure functions of JSON, but for what a request's
 * headers say.
 */
package io.painchain.backend.event.cloudevent;
