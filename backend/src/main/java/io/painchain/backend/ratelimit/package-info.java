/** What connectors report of their providers' rate limits, now and over time. May touch integrations. */
package io.painchain.backend.ratelimit;
