// SPDX-License-Identifier: Apache-2.0
// DynamoDB Local on a free port of loopback, in memory; prints its address. By itself it would listen
// on all interfaces, so its connector is told where.
import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.lang.reflect.Field;
import org.eclipse.jetty.server.ServerConnector;

final class Server {
  public static void main(String[] args) throws Exception {
    DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
        new String[] {"-inMemory", "-disableTelemetry", "-port", "8000"});
    Field jetty = DynamoDBProxyServer.class.getDeclaredField("server");
    jetty.setAccessible(true);
    ServerConnector connector = (ServerConnector) ((org.eclipse.jetty.server.Server) jetty.get(server)).getConnectors()[0];
    connector.setHost("127.0.0.1");
    connector.setPort(0);
    server.start();
    System.out.println("http://127.0.0.1:" + connector.getLocalPort());
    server.join();
  }
}
