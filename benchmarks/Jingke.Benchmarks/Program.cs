Console.WriteLine("jingke");
