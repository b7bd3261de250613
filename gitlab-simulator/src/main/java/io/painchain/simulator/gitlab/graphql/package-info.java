/**
 * Queries over the part of GitLab's schema in {@code gitlab.graphqls}: probes of many projects, details of merge requests
 * and pipelines; their complexity is reckoned before they run.
 */
package io.painchain.simulator.gitlab.graphql;
