/**
 * JSON of the events feed, trimmed or as older servers tell it.
 */
package io.painchain.simulator.render.feed;
