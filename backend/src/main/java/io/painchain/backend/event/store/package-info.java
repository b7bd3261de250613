/**
 * The event table: its columns, the upsert, and rows as they are shown. Knows neither HTTP nor where a draft comes
 * from.
 */
@RecordBuilder.Include({ EventView.class, IncomingEvent.class })
package io.painchain.backend.event.store;

import io.soabase.recordbuilder.core.RecordBuilder;
