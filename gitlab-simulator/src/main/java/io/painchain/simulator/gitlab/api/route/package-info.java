/**
 * The addresses that are served below {@code /api/v4}, by subject: what each lists, filters and renders.
 */
package io.painchain.simulator.gitlab.api.route;
