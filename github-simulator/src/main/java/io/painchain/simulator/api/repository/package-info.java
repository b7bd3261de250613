/**
 * Addresses below {@code /repos/{owner}/{repo}} and {@code /repositories/{id}}: finding the repository, redirecting,
 * refusing, and calling a route of it.
 */
package io.painchain.simulator.api.repository;
