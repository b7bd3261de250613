/** Which fields of events the dashboard shows, by connector and type. Touches its own table only. */
package io.painchain.backend.visibility;
