/**
 * The event table: its columns, the upsert, and rows as they are shown. Knows neither HTTP nor where a draft comes
 * from.
 */
package io.painchain.backend.event.store;
