/** Cuts texts into the words that events are found by. Pure functions of text, used for writing and for reading. */
package io.painchain.backend.event.search;
