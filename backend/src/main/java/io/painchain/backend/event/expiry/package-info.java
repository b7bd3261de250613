/** Removes events that are older than their tenant keeps them. May touch the event tables and retention. */
package io.painchain.backend.event.expiry;
