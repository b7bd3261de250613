/** Counts of events: histograms, totals, and names of projects and tags. Only reads. */
package io.painchain.backend.timeline.statistics;
