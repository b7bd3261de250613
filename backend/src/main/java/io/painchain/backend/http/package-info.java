/**
 * What holds for every request before a resource sees it: hosts, certificates, paths, sizes, the dashboard's
 * pages. Knows no feature.
 */
package io.painchain.backend.http;
