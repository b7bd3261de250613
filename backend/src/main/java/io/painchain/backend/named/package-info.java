/**
 * What a tenant keeps by name: teams and saved views, stored alike. Knows neither.
 */
package io.painchain.backend.named;
