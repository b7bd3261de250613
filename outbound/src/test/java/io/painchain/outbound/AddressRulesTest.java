package io.painchain.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(strings = { "140.82.121.3", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1",
            "169.253.0.1",
            "192.0.1.1", "198.17.0.1", "2606:50c0:8000::153", "2a00:1450:4001::200e", "::ffff:8.8.8.8" })
    void isPublic(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
            "169.254.169.254", "0.0.0.0", "0.1.2.3", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1",
            "::1", "::", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "64:ff9b::a00:1", "64:ff9b:1::1", "::10.0.0.1",
            "2002:a00:1::", "2001::1", "2001:db8::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254" })
    void isNotPublic(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "fd00:ec2::254",
            "fe80::a9fe:a9fe",
            "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "::169.254.169.254", "0.0.0.0" })
    void isOfMetadata(String address) throws UnknownHostException {
        assertThat(AddressRules.isMetadata(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "fd12::1" })
    void isPrivateButNotOfMetadata(String address) throws UnknownHostException {
        assertThat(AddressRules.isMetadata(InetAddress.getByName(address))).isFalse();
    }
}
