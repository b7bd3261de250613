package io.painchain.simulator.gitlab.api.call;

import java.time.ZoneOffset;

/**
 * What differs from server to server. Links name {@code linkOrigin} where it is not null; only up to {@code mostCounted}
 * a list has a total; beyond {@code mostOffset} pages by number end; renamed projects redirect since 16.7.
 */
public record ServerTraits(String version, boolean enterpriseEdition, String linkOrigin, ZoneOffset commitZone,
        boolean redirects, int mostCounted, int mostOffset, int mostComplexity, boolean graphQl) {

    public static ServerTraits likeGitLabCom() {
        return new ServerTraits("18.6.1-ee", true, null, ZoneOffset.UTC, true, 10_000, 50_000, 250, true);
    }

    public ServerTraits version(String number, boolean enterprise) {
        return new ServerTraits(number, enterprise, linkOrigin, commitZone, redirects, mostCounted, mostOffset,
                mostComplexity, graphQl);
    }

    public ServerTraits linkOrigin(String origin) {
        return new ServerTraits(version, enterpriseEdition, origin, commitZone, redirects, mostCounted, mostOffset,
                mostComplexity, graphQl);
    }

    public ServerTraits commitZone(ZoneOffset zone) {
        return new ServerTraits(version, enterpriseEdition, linkOrigin, zone, redirects, mostCounted, mostOffset,
                mostComplexity, graphQl);
    }

    public ServerTraits redirects(boolean does) {
        return new ServerTraits(version, enterpriseEdition, linkOrigin, commitZone, does, mostCounted, mostOffset,
                mostComplexity, graphQl);
    }

    public ServerTraits counts(int most, int offset) {
        return new ServerTraits(version, enterpriseEdition, linkOrigin, commitZone, redirects, most, offset,
                mostComplexity, graphQl);
    }

    public ServerTraits graphQl(boolean served, int complexity) {
        return new ServerTraits(version, enterpriseEdition, linkOrigin, commitZone, redirects, mostCounted, mostOffset,
                complexity, served);
    }

    /** From 17.0 on lists of pipelines give children to who asks for their source. */
    public boolean listsChildren() {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= 17;
    }
}
